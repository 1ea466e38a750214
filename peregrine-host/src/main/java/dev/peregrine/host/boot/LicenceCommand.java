package dev.peregrine.host.boot;

import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Licence;
import dev.peregrine.host.tiers.LicenceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "licence",
    description = "Shows the tier, activates a licence key, and gives its seat back.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LicenceCommand.ShowCommand.class,
      LicenceCommand.ActivateCommand.class,
      LicenceCommand.DeactivateCommand.class
    })
final class LicenceCommand {

  @Command(
      name = "show",
      description = "Says which tier you have, why, and what it opens.",
      mixinStandardHelpOptions = true)
  static final class ShowCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      peregrine.licences().refreshIfDue();
      Entitlement has = peregrine.entitlements().current();
      LicenceState state = peregrine.licences().state();
      if (json) {
        output.json(object(has, state));
        return ExitCode.DONE;
      }
      output.line("tier     " + has.label() + origin(has));
      output.line("licence  " + state.sentence());
      var rows = new ArrayList<List<String>>();
      for (Feature feature : Feature.values()) {
        rows.add(List.of(feature.key(), has.allows(feature) ? "open" : "locked", feature.does()));
      }
      output.table(rows);
      return ExitCode.DONE;
    }

    private static String origin(Entitlement has) {
      return switch (has.origin()) {
        case DEVELOPER -> " (chosen in config/licence.yaml, developer mode)";
        case LICENCE, SUBSCRIPTION, TRIED, NONE ->
            has.ownBackend() ? ", and a language model of your own" : "";
      };
    }

    private static Map<String, @Nullable Object> object(Entitlement has, LicenceState state) {
      var object = new LinkedHashMap<String, @Nullable Object>();
      object.put("tier", has.tier());
      object.put("origin", has.origin().name().toLowerCase(Locale.ROOT));
      object.put("own_backend", has.ownBackend());
      object.put("licence", state.key());
      object.put("message", state.sentence());
      object.put(
          "valid_until", state.said().map(Licence::expires).map(Object::toString).orElse(null));
      object.put("seats", state.said().map(Licence::seats).orElse(null));
      object.put("open", keys(has, true));
      object.put("locked", keys(has, false));
      return object;
    }

    private static List<String> keys(Entitlement has, boolean open) {
      return Stream.of(Feature.values())
          .filter(feature -> has.allows(feature) == open)
          .map(Feature::key)
          .toList();
    }
  }

  @Command(
      name = "activate",
      description = "Takes a seat of a licence for this machine.",
      mixinStandardHelpOptions = true)
  static final class ActivateCommand extends TenantCommand {

    @Parameters(paramLabel = "KEY", description = "Such as CFG-PRNG-XXXX-XXXX-XXXX")
    private String key = "";

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      peregrine.licences().activate(key);
      output.message(peregrine.licences().state().sentence());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "deactivate",
      description = "Gives this machine's seat back and forgets the licence.",
      mixinStandardHelpOptions = true)
  static final class DeactivateCommand extends TenantCommand {

    @Option(
        names = "--anyway",
        description = "Forget it even where the licence server cannot be told.")
    private boolean anyway;

    @Override
    int run(Peregrine peregrine, Output output) throws Exception {
      output.message(peregrine.licences().deactivate(anyway));
      return ExitCode.DONE;
    }
  }
}
