package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.board.BoardKind;
import java.util.Optional;

/** Makes the calls of a recipe. */
record BoardCalls(Recipe recipe) {

  private static final int[] REFUSED_KEY = {401, 403, 404};
  private static final int[] UNKNOWN = {404};

  /** The answer; empty where the board does not know what was asked for. */
  Optional<HttpReply> fetch(RequestTemplate request, Asked asked)
      throws ExtensionException, InterruptedException {
    boolean keyed = recipe.descriptor().kind() == BoardKind.KEYED_API;
    for (HttpCall call : request.calls(asked)) {
      HttpReply reply = asked.context().http().fetch(call.accepting(keyed ? REFUSED_KEY : UNKNOWN));
      if (reply.status() == 401 || reply.status() == 403) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "%s does not accept the key. Check it in the settings of this board."
                .formatted(recipe.descriptor().about().name()));
      }
      if (reply.status() != 404) {
        return Optional.of(reply);
      }
    }
    return Optional.empty();
  }
}
