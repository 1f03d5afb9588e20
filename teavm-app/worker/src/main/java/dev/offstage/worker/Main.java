package dev.offstage.worker;

/** The program that TeaVM compiles: it starts the engine in the worker. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("engine");
  }
}
