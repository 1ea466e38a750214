package dev.peregrine.host.boot;

/** The mails, rounds and people of the invented life. */
final class DemoTalks {

  private final DemoScenes scenes;

  DemoTalks(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add() {}
}
