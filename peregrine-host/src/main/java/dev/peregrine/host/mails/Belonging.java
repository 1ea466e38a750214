package dev.peregrine.host.mails;

/**
 * Whose application a mail belongs to.
 *
 * @param reason key of why: {@code thread}, {@code sender}, {@code known_person}, {@code
 *     name_and_title}, … or {@link #PERSON}
 * @param words what of the mail decided, such as the address or the employer's name in it
 * @param confidence 0 to 1; 1 where the person said it
 */
public record Belonging(long job, String reason, String words, double confidence) {

  public static final String PERSON = "person";

  /** What the person says. */
  public static Belonging bySaying(long job) {
    return new Belonging(job, PERSON, "", 1);
  }

  public boolean isSaid() {
    return reason.equals(PERSON);
  }
}
