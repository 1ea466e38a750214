package dev.peregrine.host.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text of one language, parsed once. */
final class Message {

  private final String text;
  private final @Nullable MessageFormat format;

  Message(String text, ULocale locale) {
    this.text = text;
    this.format = text.indexOf('{') < 0 ? null : new MessageFormat(text, locale);
  }

  /** The text with its placeholders filled. */
  String with(Object... namesAndValues) {
    if (format == null) {
      return text;
    }
    Map<String, Object> values = HashMap.newHashMap(namesAndValues.length / 2);
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    // A format of ICU keeps state while it formats; that takes a microsecond.
    synchronized (format) {
      return format.format(values);
    }
  }
}
