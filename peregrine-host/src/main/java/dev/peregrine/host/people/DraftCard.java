package dev.peregrine.host.people;

/**
 * A draft of a message.
 *
 * @param here its address
 * @param title what it is for
 * @param places how many places the person has to fill in, in words; empty for none
 * @param suggestion what a model wrote and waits; empty for nothing
 * @param model why no model can be asked; empty where one can
 */
record DraftCard(
    String here,
    String title,
    String subject,
    String text,
    String places,
    boolean stored,
    DraftSavedPart saved,
    DraftWritingPart writing,
    String suggestion,
    String suggestedBy,
    String model) {

  int rows() {
    return (int) Math.clamp(text.lines().count() + text.length() / 80 + 2, 8, 24);
  }
}
