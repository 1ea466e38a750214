package dev.peregrine.host.resumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects where fields were found. */
final class Findings {

  private final List<Evidence> all = new ArrayList<>();

  void add(String path, Optional<?> value, double confidence, int firstLine, int lastLine) {
    value.ifPresent(
        known ->
            all.add(
                new Evidence(
                    path,
                    String.valueOf(known),
                    Math.round(Math.min(0.99, confidence) * 100) / 100.0,
                    firstLine,
                    Math.max(firstLine, lastLine))));
  }

  void period(String path, Period period, double confidence, int line) {
    add(path + ".startDate", period.start(), confidence, line, line);
    add(path + ".endDate", period.end(), confidence, line, line);
    if (period.current()) {
      add(path + ".current", Optional.of("true"), confidence, line, line);
    }
  }

  void texts(String path, List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      add(path + "[" + i + "]", Optional.of(item.text()), 0.9, item.first(), item.last());
    }
  }

  List<Evidence> all() {
    return all;
  }
}
