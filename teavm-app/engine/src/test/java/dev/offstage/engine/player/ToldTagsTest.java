package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToldTagsTest {
  private final ToldTags tags = new ToldTags();

  @Test
  void tag_inAnotherTrackOrLoadedAgain_isToldOnce() {
    assertTrue(tags.isNew(2, new byte[] {1, 2}));
    assertFalse(tags.isNew(2, new byte[] {1, 2}));
    assertFalse(tags.isNew(2.08, new byte[] {1, 2}));
    assertTrue(tags.isNew(2, new byte[] {1, 3}));
    assertTrue(tags.isNew(4, new byte[] {1, 2}));
  }

  @Test
  void tags_withoutEnd_areForgottenFromTheOldestOn() {
    int told = 0;
    for (int i = 0; i < 1_000; i++) {
      told += tags.isNew(i, new byte[100]) ? 1 : 0;
    }
    assertEquals(1_000, told);
    assertFalse(tags.isNew(900, new byte[100]));
    assertTrue(tags.isNew(1, new byte[100]));
  }
}
