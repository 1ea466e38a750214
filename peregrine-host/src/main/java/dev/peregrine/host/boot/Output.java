package dev.peregrine.host.boot;

import dev.peregrine.host.intake.FillRate;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a command says: results on standard output, messages on standard error. */
final class Output {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintWriter results;
  private final PrintWriter messages;

  Output(PrintWriter results, PrintWriter messages) {
    this.results = results;
    this.messages = messages;
  }

  /** One JSON object on a line of its own; the order of the map is kept. */
  void json(Map<String, ? extends @Nullable Object> object) {
    results.println(JSON.writeValueAsString(object));
    results.flush();
  }

  /** A line of a result. */
  void line(String text) {
    results.println(text);
    results.flush();
  }

  /** A piece of a result that is not over; what would steer a terminal is left out. */
  void piece(String text) {
    results.print(text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", ""));
    results.flush();
  }

  /** A line about the work, not of its result. */
  void message(String text) {
    messages.println(text);
    messages.flush();
  }

  /** Rows in columns as wide as they need to be; the last one is as long as it is. */
  void table(List<List<String>> rows) {
    var widths = new ArrayList<Integer>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = Math.min(row.get(i).length(), 60);
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    for (List<String> row : rows) {
      var text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        boolean last = i == row.size() - 1;
        text.append(last ? row.get(i) : fitted(row.get(i), widths.get(i))).append(last ? "" : "  ");
      }
      results.println(text.toString().stripTrailing());
    }
    results.flush();
  }

  /** How many postings have each field, and which fields none has. */
  void fillRates(List<FillRate> rates) {
    table(FillRate.table(rates));
    List<String> never = FillRate.neverFilled(rates);
    if (!never.isEmpty()) {
      line("never filled: " + String.join(", ", never));
    }
  }

  private static String fitted(String text, int width) {
    String cut = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    return cut + " ".repeat(width - cut.length());
  }
}
