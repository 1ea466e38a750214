package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

/** How far a job is on a tab. */
enum TabState {
  /** Nothing to say. */
  NONE,
  /** Something is there, and more may come. */
  BEGUN,
  /** Something keeps it from being sent. */
  NEEDS_YOU,
  DONE;

  /** The same in words; empty for {@link #NONE}. */
  String said() {
    return switch (this) {
      case NONE -> "";
      case BEGUN -> t("apply.state-begun");
      case NEEDS_YOU -> t("apply.state-needs-you");
      case DONE -> t("apply.state-done");
    };
  }
}
