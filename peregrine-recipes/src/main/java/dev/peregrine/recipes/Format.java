package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a board's answers are. */
enum Format {
  JSON(Spot::pointer),
  HTML(Spot::selector),
  XML(Spot::selector),
  /** Pages in which the postings stand as schema.org's JobPosting, whatever else they show. */
  JSON_LD(Spot::selector);

  private final Function<String, Spot> paths;

  Format(Function<String, Spot> paths) {
    this.paths = paths;
  }

  static Format read(RecipePart part) {
    return part.oneOf(
        Arrays.stream(values()).collect(Collectors.toMap(Texts::dashed, Function.identity())));
  }

  /** What a text means in a field. */
  Spot path(String text) {
    return paths.apply(text.strip());
  }

  /** The whole of an answer. */
  Source whole(HttpReply reply, Asked asked) throws ExtensionException {
    return switch (this) {
      case JSON -> new JsonSource(reply.json(), asked);
      case HTML, JSON_LD -> new MarkupSource(reply.html(), asked);
      case XML -> new MarkupSource(reply.xml(), asked);
    };
  }
}
