package dev.peregrine.host.feedback;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;

/** What feedback is about. */
enum Kind {
  BUG("bug"),
  IDEA("feature-request"),
  QUESTION("question");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** As people read it. */
  String words() {
    return t("feedback.kind-" + key());
  }

  /** The labels of its issue. */
  List<String> labels() {
    return List.of("beta-feedback", "needs-triage", label);
  }

  static Kind of(String key) {
    for (Kind kind : values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    return BUG;
  }
}
