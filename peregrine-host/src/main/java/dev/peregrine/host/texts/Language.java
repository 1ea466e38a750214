package dev.peregrine.host.texts;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * A language that pages can be read in. Bound once per request, like the tenant; everything below
 * asks {@link #current}.
 *
 * @param tag as in {@code <html lang>}, such as {@code de}
 * @param name in the language itself, such as {@code Deutsch}
 */
public record Language(String tag, String name) {

  /** The language that every text exists in. */
  public static final Language ENGLISH = new Language("en", "English");

  private static final ScopedValue<Language> CURRENT = ScopedValue.newInstance();

  /** The language of this thread's work; English where none was chosen. */
  public static Language current() {
    return CURRENT.orElse(ENGLISH);
  }

  /** Whether a language was chosen for this thread's work. */
  public static boolean isChosen() {
    return CURRENT.isBound();
  }

  /** Runs work in this language and gives its result. */
  public <T> T call(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /** Runs work that throws nothing checked in this language and gives its result. */
  public <T> T calling(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).<T, RuntimeException>call(work);
  }

  /** {@code rtl} where lines begin on the right, else {@code ltr}. */
  public String direction() {
    return ULocale.forLanguageTag(tag).isRightToLeft() ? "rtl" : "ltr";
  }

  /** Whether it only serves to try the pages. */
  public boolean isPseudo() {
    return Pseudo.is(tag);
  }

  /** For names of months and the writing of numbers. */
  public Locale locale() {
    // "English" without a country would write dates and currencies as in the United States.
    return tag.equals("en") ? Locale.UK : Locale.forLanguageTag(tag);
  }

  ULocale forNumbers() {
    return isPseudo() ? ULocale.UK : ULocale.forLocale(locale());
  }
}
