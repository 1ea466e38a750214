package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A call with places to fill in.
 *
 * @param basic user and password, in this order, where the board wants these
 */
record RequestTemplate(
    String method,
    AddressTemplate address,
    Map<String, Expression> query,
    Map<String, Expression> headers,
    Map<String, Expression> form,
    Optional<JsonTemplate> json,
    List<Expression> basic) {

  void names(Consumer<String> taker) {
    address.names(taker);
    for (Map<String, Expression> part : List.of(query, headers, form)) {
      part.values().forEach(expression -> expression.names(taker));
    }
    json.ifPresent(body -> body.names(taker));
    basic.forEach(expression -> expression.names(taker));
  }

  /** The calls to try, one after the other. */
  List<HttpCall> calls(Asked asked) throws ExtensionException {
    Optional<URI> own =
        asked
            .context()
            .settings()
            .address("base-url")
            .filter(base -> !base.equals(URI.create(address.server())));
    var calls = new ArrayList<HttpCall>();
    for (URI filled : address.filled(asked, own)) {
      calls.add(call(filled, asked));
    }
    return calls;
  }

  private HttpCall call(URI filled, Asked asked) throws ExtensionException {
    HttpCall call = body(filled, asked);
    for (var parameter : query.entrySet()) {
      for (String value : parameter.getValue().texts(asked)) {
        call = call.withQuery(parameter.getKey(), value);
      }
    }
    for (var header : headers.entrySet()) {
      Optional<String> value = header.getValue().text(asked);
      try {
        call = value.isPresent() ? call.withHeader(header.getKey(), value.get()) : call;
      } catch (IllegalArgumentException notOneLine) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "The value for header \"%s\" has control characters, expected one line. Enter it again."
                .formatted(header.getKey()));
      }
    }
    return basic.isEmpty() ? call : call.withHeader("Authorization", "Basic " + basic(asked));
  }

  private HttpCall body(URI filled, Asked asked) {
    if (!form.isEmpty()) {
      var fields = new LinkedHashMap<String, String>();
      form.forEach((name, value) -> value.text(asked).ifPresent(text -> fields.put(name, text)));
      return HttpCall.postForm(filled, fields);
    }
    HttpCall bare = HttpCall.of(method, filled);
    return json.flatMap(body -> body.text(asked)).map(bare::withJson).orElse(bare);
  }

  private String basic(Asked asked) {
    String both =
        basic.getFirst().text(asked).orElse("") + ":" + basic.getLast().text(asked).orElse("");
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }
}
