package dev.peregrine.host.injections;

/**
 * A place in a text that speaks to a machine.
 *
 * @param excerpt the sentence around it, as it is read; at most 240 letters
 * @param unseen whether nobody sees it where the text was found: hidden, invisible, encoded
 */
public record Injection(Kind kind, String excerpt, boolean unseen) {

  /** What it tries. */
  public enum Kind {
    /** To have earlier instructions set aside. */
    SETS_ASIDE("sets-aside"),
    /** To be taken for the system, another speaker or the end of the text. */
    PLAYS_A_ROLE("plays-a-role"),
    /** To get at the person's data or at the words of the question. */
    WANTS_DATA("wants-data"),
    /** To have a machine write, judge or hide something. */
    STEERS("steers"),
    /** To have a word said. Employers ask people that, too, so this is a note and no warning. */
    CODE_WORD("code-word"),
    /** To say several words that nobody sees. */
    UNSEEN("unseen");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** As files and templates name it. */
    public String key() {
      return key;
    }
  }

  /** Whether it may as well be meant for people. */
  public boolean isNote() {
    return kind == Kind.CODE_WORD && !unseen;
  }
}
