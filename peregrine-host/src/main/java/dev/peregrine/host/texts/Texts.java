package dev.peregrine.host.texts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in the language of the request. A text has a key such as {@code review.approve}: the
 * text {@code approve} in {@code texts/LANGUAGE/review.properties}, in the message format of ICU. A
 * text that a language lacks is English.
 *
 * <p>Ask while the request is answered, never while a class is loaded or the program is wired: then
 * nobody has chosen a language yet.
 */
public final class Texts {

  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final Map<Language, Texts> ALL = new ConcurrentHashMap<>();

  private final Language language;
  private final Map<String, Message> messages = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

  private Texts(Language language) {
    this.language = language;
  }

  /** The text of that key. */
  public static String t(String key) {
    return current().message(key).with();
  }

  /**
   * The text of that key.
   *
   * @param namesAndValues for its placeholders: a name, its value, the next name. A number is
   *     written as the language writes numbers; give a year or an id as a String.
   */
  public static String t(String key, Object... namesAndValues) {
    return current().message(key).with(namesAndValues);
  }

  private static Texts current() {
    return of(Language.current());
  }

  private static Texts of(Language language) {
    Texts known = ALL.get(language);
    return known != null ? known : ALL.computeIfAbsent(language, Texts::new);
  }

  private Message message(String key) {
    Message known = messages.get(key);
    if (known != null) {
      return known;
    }
    Message found = find(key);
    messages.put(key, found);
    return found;
  }

  private Message find(String key) {
    if (language.isPseudo() && !key.contains(".pattern-")) {
      String english = of(Language.ENGLISH).raw(key).orElse(key);
      return new Message(Pseudo.of(language.tag(), english), language.forNumbers());
    }
    Optional<String> here = raw(key);
    if (here.isPresent()) {
      return new Message(here.get(), language.forNumbers());
    }
    if (!language.equals(Language.ENGLISH)) {
      return of(Language.ENGLISH).message(key);
    }
    LOG.error("Text \"{}\" is in no bundle; the key is shown in its place.", key);
    return new Message(key.replace("{", "").replace("}", ""), language.forNumbers());
  }

  private Optional<String> raw(String key) {
    int dot = key.indexOf('.');
    String feature = key.substring(0, Math.max(dot, 0));
    return Optional.ofNullable(bundle(feature).get(key.substring(dot + 1)));
  }

  private Map<String, String> bundle(String feature) {
    return bundles.computeIfAbsent(
        feature, name -> Bundle.read("texts/%s/%s.properties".formatted(language.tag(), name)));
  }
}
