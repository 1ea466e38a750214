package dev.peregrine.host.llm;

import dev.peregrine.api.llm.Completion;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.host.config.NamedBackend;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** What the current tenant may have of the backends that they set up, by where these are. */
final class LlmAllowance {

  /** What a token is about, where a server does not say how many there were. */
  private static final int LETTERS_A_TOKEN = 4;

  private final Function<NamedBackend, Optional<URI>> address;
  private volatile LlmShare share = LlmShare.ALL;

  LlmAllowance(Function<NamedBackend, Optional<URI>> address) {
    this.address = address;
  }

  void set(LlmShare whose) {
    share = whose;
  }

  /** Why it is not asked any more today, as a sentence that goes on after its name. */
  Optional<String> refusal(NamedBackend backend) {
    return address.apply(backend).flatMap(share::refusal);
  }

  /** It answered. */
  void used(NamedBackend backend, CompletionRequest request, Completion answer) {
    long asked =
        answer
            .inputTokens()
            .orElseGet(
                () ->
                    tokens(
                        request.messages().stream()
                            .mapToLong(message -> message.text().length())
                            .sum()));
    long said = answer.outputTokens().orElseGet(() -> tokens(answer.text().length()));
    address.apply(backend).ifPresent(where -> share.used(where, asked + said));
  }

  private static int tokens(long letters) {
    return Math.toIntExact(Math.ceilDiv(letters, LETTERS_A_TOKEN));
  }
}
