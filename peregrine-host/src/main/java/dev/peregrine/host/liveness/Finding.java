package dev.peregrine.host.liveness;

/** What one look at a posting found, and by what. */
record Finding(Verdict verdict, String evidence) {

  enum Verdict {
    OPEN,
    GONE,
    UNCERTAIN
  }

  static Finding open(String evidence) {
    return new Finding(Verdict.OPEN, evidence);
  }

  static Finding gone(String evidence) {
    return new Finding(Verdict.GONE, evidence);
  }

  static Finding uncertain(String evidence) {
    return new Finding(Verdict.UNCERTAIN, evidence);
  }
}
