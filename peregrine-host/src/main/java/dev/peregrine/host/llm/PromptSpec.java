package dev.peregrine.host.llm;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A text with which models are asked, and which the person may change. Its shipped wording is the
 * resource {@code /prompts/NAME.txt}.
 *
 * @param name of the file, such as {@code try_question}
 * @param title for people, asked for while a request is answered
 * @param about what it is for, as a sentence; asked for likewise
 * @param places what is put in where the text says <code>{{name}}</code>; each has to stand in it
 */
public record PromptSpec(
    String name, Supplier<String> title, Supplier<String> about, Set<String> places) {

  public PromptSpec {
    if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
      throw new IllegalArgumentException(
          "Prompt \"%s\": expected up to 60 of a-z, 0-9 and _.".formatted(name));
    }
    places = Set.copyOf(places);
  }

  /** The same with a title and a sentence that are in one language. */
  public PromptSpec(String name, String title, String about, Set<String> places) {
    this(name, () -> title, () -> about, places);
  }
}
