package dev.peregrine.host.boot;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.LlmTrial;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.llm.PassedOver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "llm",
    description = "Shows, tries and asks the language models of config/llm.yaml.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LlmCommand.ListCommand.class,
      LlmCommand.TestCommand.class,
      LlmCommand.AskCommand.class
    })
final class LlmCommand {

  private static final String NONE =
      "No language model is set up. Add one under Settings → Models, or in config/llm.yaml.";

  @Command(
      name = "list",
      description = "Lists the backends, and how far goes what they are sent.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      peregrine.llms().problem().ifPresent(output::message);
      List<LlmState> backends = peregrine.llms().backends();
      if (backends.isEmpty()) {
        output.message(NONE);
      }
      var table = new ArrayList<List<String>>();
      for (LlmState state : backends) {
        if (json) {
          output.json(json(state));
        } else {
          table.add(
              List.of(
                  state.name(),
                  state.kindName(),
                  state.named().model(),
                  state.reach().said(),
                  state.sentence()));
        }
      }
      output.table(table);
      return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(LlmState state) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("name", state.name());
      object.put("type", state.named().type());
      object.put("enabled", state.named().enabled());
      object.put("model", state.named().isAuto() ? null : state.named().model());
      object.put("host", state.host().isEmpty() ? null : state.host());
      object.put("reach", state.reach().name().toLowerCase(Locale.ROOT));
      object.put("data_leaves", state.reach().leaves());
      object.put("state", state.doing().name().toLowerCase(Locale.ROOT));
      object.put("message", state.sentence());
      return object;
    }
  }

  @Command(
      name = "test",
      description = "Asks each backend that is on a real question, and measures it.",
      mixinStandardHelpOptions = true)
  static final class TestCommand extends TenantCommand {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these, also if off.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      List<NamedBackend> chosen = chosen(peregrine);
      if (chosen.isEmpty()) {
        throw new FailedException(NONE);
      }
      int good = 0;
      for (NamedBackend backend : chosen) {
        LlmTrial trial = peregrine.llms().test(backend, Map.of());
        good += trial.good() ? 1 : 0;
        if (json) {
          output.json(json(backend, trial));
        } else {
          output.table(List.of(cells(backend, trial)));
        }
      }
      return good == chosen.size() ? ExitCode.DONE : good == 0 ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private List<NamedBackend> chosen(Peregrine peregrine) {
      var chosen = new ArrayList<NamedBackend>();
      for (String name : names) {
        chosen.add(
            peregrine
                .llms()
                .plan()
                .find(name)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "\"%s\": expected a backend of: peregrine llm list".formatted(name))));
      }
      return names.isEmpty()
          ? peregrine.llms().plan().backends().stream().filter(NamedBackend::enabled).toList()
          : chosen;
    }

    private static List<String> cells(NamedBackend backend, LlmTrial trial) {
      return trial.good()
          ? List.of(
              backend.name(),
              trial.model(),
              "first word after %d ms, all after %d ms, %.1f tokens/s"
                  .formatted(
                      trial.first().toMillis(), trial.total().toMillis(), trial.tokensPerSecond()),
              trial.text().replaceAll("\\s+", " "))
          : List.of(backend.name(), "–", "no answer", trial.text());
    }

    private static Map<String, @Nullable Object> json(NamedBackend backend, LlmTrial trial) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("name", backend.name());
      object.put("answered", trial.good());
      object.put("model", trial.good() ? trial.model() : null);
      object.put("first_ms", trial.good() ? trial.first().toMillis() : null);
      object.put("total_ms", trial.good() ? trial.total().toMillis() : null);
      object.put("tokens_per_second", trial.good() ? trial.tokensPerSecond() : null);
      object.put("message", trial.text());
      return object;
    }
  }

  @Command(
      name = "ask",
      description = {
        "Asks a question as a feature would: one backend after the other until one answers.",
        "The answer goes to standard output while it is written."
      },
      mixinStandardHelpOptions = true)
  static final class AskCommand extends TenantCommand {

    @Parameters(arity = "1", paramLabel = "QUESTION", description = "What to ask.")
    private String question = "";

    @Option(
        names = "--chain",
        paramLabel = "general|research|vision",
        description = "Whose order counts (default: general).")
    private Chain chain = Chain.GENERAL;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      try {
        LlmAnswer answer =
            peregrine
                .llms()
                .complete(
                    new LlmUse("ask", chain),
                    CompletionRequest.of(Message.user(question)),
                    shown(output));
        output.piece("\n");
        for (PassedOver other : answer.others()) {
          output.message("%s: %s".formatted(other.backend(), other.why()));
        }
        output.message(
            "%s (%s), first word after %d ms."
                .formatted(
                    answer.backend(), answer.completion().model(), answer.first().toMillis()));
        return ExitCode.DONE;
      } catch (NoAnswerException none) {
        throw new FailedException(none.sentence());
      }
    }

    private static AnswerPieces shown(Output output) {
      return new AnswerPieces() {
        @Override
        public void piece(String text) {
          output.piece(text);
        }

        @Override
        public void beginsAnew() {
          output.piece("\n");
          output.message("That broke off. What follows is another answer.");
        }
      };
    }
  }
}
