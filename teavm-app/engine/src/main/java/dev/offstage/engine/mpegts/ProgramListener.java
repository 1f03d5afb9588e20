package dev.offstage.engine.mpegts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears which elementary streams there are. */
public interface ProgramListener {
  /**
   * A programme map has come that says something new.
   *
   * @param streams all of the programme, in order
   * @return for each of them, in order, who takes its data, or null; one who was there before goes
   *     on undisturbed
   */
  List<@Nullable PesConsumer> onProgram(List<ElementaryStream> streams);
}
