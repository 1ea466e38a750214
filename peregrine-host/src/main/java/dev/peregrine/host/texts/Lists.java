package dev.peregrine.host.texts;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Several names as one text. */
public final class Lists {

  private static final Map<Language, ListFormatter> ALL = new ConcurrentHashMap<>();

  private Lists() {}

  /** {@code Berlin, Potsdam and Leipzig}. */
  public static String and(List<String> names) {
    return ALL.computeIfAbsent(
            Language.current(), language -> ListFormatter.getInstance(language.forNumbers()))
        .format(names);
  }
}
