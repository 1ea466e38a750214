package dev.peregrine.host.apply;

import java.util.List;

/**
 * The letter for a job: written, checked, and its earlier versions.
 *
 * @param problem a sentence where something typed could not be stored; empty otherwise
 */
record LetterPage(
    Frame frame,
    WritingPart writing,
    LetterSheet sheet,
    ProofPart proof,
    LetterOptions options,
    List<VersionLine> versions,
    String problem) {

  /**
   * A version in the list.
   *
   * @param how it came to be
   * @param asked what was asked to be changed; empty for nothing
   * @param words how many it has, in words
   */
  record VersionLine(
      int number, String how, String when, String asked, String words, boolean here, String path) {}

  long job() {
    return frame.id();
  }

  String token() {
    return frame.token();
  }
}
