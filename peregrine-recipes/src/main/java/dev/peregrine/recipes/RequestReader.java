package dev.peregrine.recipes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what to ask and where. */
final class RequestReader {

  static final Set<String> KNOWN =
      Set.of("get", "post", "query", "headers", "form", "json", "basic");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  private RequestReader() {}

  static RequestTemplate read(
      RecipePart part, Map<String, RecipePart> members, ExpressionReader expressions) {
    boolean post = members.containsKey("post");
    if (post == members.containsKey("get")) {
      throw part.mistake(
          "a request has either \"get\" or \"post\". Add a line such as \"get: https://api.example.com/jobs\"");
    }
    RecipePart address = part.need(members, post ? "post" : "get", "https://api.example.com/jobs");
    checkBody(members, post);
    Map<String, Expression> headers = named(members, "headers", expressions);
    headers
        .keySet()
        .forEach(
            name -> {
              if (!HEADER.matcher(name).matches()) {
                throw part.need(members, "headers", "")
                    .mistake(
                        "\"%s\" is no header, expected a name such as Accept. Correct it"
                            .formatted(name));
              }
            });
    return new RequestTemplate(
        post ? "POST" : "GET",
        AddressTemplate.read(address, expressions),
        named(members, "query", expressions),
        headers,
        named(members, "form", expressions),
        Optional.ofNullable(members.get("json")).map(body -> JsonTemplate.read(body, expressions)),
        Optional.ofNullable(members.get("basic"))
            .map(basic -> basic(basic, expressions))
            .orElse(List.of()));
  }

  private static void checkBody(Map<String, RecipePart> members, boolean post) {
    for (String name : List.of("form", "json")) {
      RecipePart body = members.get(name);
      if (body != null && (!post || members.containsKey(name.equals("form") ? "json" : "form"))) {
        throw body.mistake(
            "\"%s\" stands alone beside \"post\". Take the line away, or write \"post\" for \"get\""
                .formatted(name));
      }
    }
  }

  private static Map<String, Expression> named(
      Map<String, RecipePart> members, String name, ExpressionReader expressions) {
    return Optional.ofNullable(members.get(name))
        .map(part -> part.each(expressions::read))
        .orElse(Map.of());
  }

  private static List<Expression> basic(RecipePart part, ExpressionReader expressions) {
    Map<String, RecipePart> members = part.members(Set.of("user", "password"));
    Expression user = expressions.read(part.need(members, "user", "\"{api-key}\""));
    RecipePart password = members.get("password");
    return List.of(user, password == null ? Template.constant("") : expressions.read(password));
  }
}
