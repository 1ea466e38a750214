package dev.peregrine.host.apply;

import java.util.List;

/**
 * How a letter is to be written.
 *
 * @param model the person's name for the model that is asked first; empty where there is none
 * @param hasLetter whether there is one that can be changed
 * @param hasResume whether there is a résumé to make it of
 * @param mission what the person cares about that the posting is about; empty for nothing
 * @param missionShown the words of the posting that show it
 * @param examples names of letters whose manner it would take
 */
record LetterOptions(
    long job,
    String model,
    boolean hasLetter,
    boolean hasResume,
    int seen,
    String feedback,
    List<Choice> languages,
    List<Choice> tones,
    List<Choice> lengths,
    String mission,
    String missionShown,
    List<String> examples,
    String agency,
    String token) {

  /** One of several. */
  record Choice(String key, String name, boolean chosen) {}
}
