package dev.peregrine.host.boot;

/** The letters, answers and surveys of the invented life. */
final class DemoPapers {

  private final DemoScenes scenes;

  DemoPapers(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add() {}
}
