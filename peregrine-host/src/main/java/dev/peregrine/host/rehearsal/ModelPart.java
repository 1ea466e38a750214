package dev.peregrine.host.rehearsal;

/**
 * What a model does for a session.
 *
 * @param path of the session
 * @param task that does it; 0 where none does
 * @param doing a sentence; empty where it does nothing
 * @param text what is there of the question
 * @param error a sentence where it went wrong; empty otherwise
 * @param rates whether it rates an answer, or was to; else it asks
 */
record ModelPart(
    String path, long task, String doing, String text, String error, boolean rates, String token) {

  static ModelPart nothing(String path, String token) {
    return new ModelPart(path, 0, "", "", "", false, token);
  }

  boolean isUnderWay() {
    return !doing.isEmpty();
  }

  boolean isFailed() {
    return !error.isEmpty();
  }
}
