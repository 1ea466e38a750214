package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest.Column;
import java.util.List;
import java.util.Locale;

/**
 * Who wants to see what a person did to find work, and what their form has.
 *
 * @param key name of its file, for addresses and scripts
 * @param name as people read it
 * @param language of the report
 * @param notes what the form wants to be said below the table
 */
public record Authority(
    String key, String name, Locale language, List<Column> columns, List<String> notes) {

  public Authority {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }
}
