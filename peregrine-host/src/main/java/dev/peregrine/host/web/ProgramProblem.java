package dev.peregrine.host.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong, as RFC 9457 says it to programs ({@code application/problem+json}).
 *
 * @param kind names it for programs, such as {@code not-found}; the page about the API explains it
 * @param title the same in a few words
 * @param detail a sentence: what, and what to do
 * @param more what else a program can use; the names are its own
 */
public record ProgramProblem(
    int status, String kind, String title, String detail, Map<String, Object> more) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public ProgramProblem {
    more = Map.copyOf(more);
  }

  /** One that needs no more than a sentence. */
  public static ProgramProblem of(int status, String kind, String title, String detail) {
    return new ProgramProblem(status, kind, title, detail, Map.of());
  }

  /** This with something that a program can use. */
  public ProgramProblem with(String name, Object value) {
    var grown = new LinkedHashMap<>(more);
    grown.put(name, value);
    return new ProgramProblem(status, kind, title, detail, grown);
  }

  /** As it is sent. */
  public ProgramReply reply() {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("type", "/api#problem-" + kind);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    json.putAll(more);
    return ProgramReply.of(status, "application/problem+json", JSON.writeValueAsBytes(json));
  }
}
