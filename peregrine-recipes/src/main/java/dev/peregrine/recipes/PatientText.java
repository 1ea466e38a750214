package dev.peregrine.recipes;

/**
 * A text for a regular expression of a stranger, which gives up where the expression looks at its
 * letters too often: some expressions would need longer than the universe has.
 */
final class PatientText implements CharSequence {

  /** Some hundred times the longest description. */
  private static final int MOST_LOOKS = 5_000_000;

  /** The expression was given up. */
  static final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GivenUpException() {
      super("A regular expression of the recipe took too long.", null, false, false);
    }
  }

  private final CharSequence text;
  private final int[] looks;

  PatientText(String text) {
    this(text, new int[1]);
  }

  private PatientText(CharSequence text, int[] looks) {
    this.text = text;
    this.looks = looks;
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > MOST_LOOKS) {
      throw new GivenUpException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new PatientText(text.subSequence(start, end), looks);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
