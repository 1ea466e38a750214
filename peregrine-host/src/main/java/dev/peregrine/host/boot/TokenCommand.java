package dev.peregrine.host.boot;

import dev.peregrine.host.programs.ApiToken;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.ApiTokens.Making;
import dev.peregrine.host.programs.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = "Makes, lists and revokes tokens with which other programs act for you.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TokenCommand.ListCommand.class,
      TokenCommand.CreateCommand.class,
      TokenCommand.RevokeCommand.class
    })
final class TokenCommand {

  private static Map<String, @Nullable Object> object(ApiToken token, Instant now) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", token.id());
    object.put("name", token.name());
    object.put("scopes", scopes(token));
    object.put("created", token.created().toString());
    object.put("expires", token.expires().map(Instant::toString).orElse(null));
    object.put("last_used", token.used().map(Instant::toString).orElse(null));
    object.put("expired", token.isOver(now));
    return object;
  }

  private static List<String> scopes(ApiToken token) {
    return token.scopes().stream().sorted().map(Scope::key).toList();
  }

  @Command(
      name = "list",
      description = "Lists the tokens, without themselves: those are told once, when made.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends TenantCommand {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      Instant now = peregrine.installation().clock().instant();
      List<ApiToken> all = peregrine.connecting().tokens().all();
      if (json) {
        all.forEach(token -> output.json(object(token, now)));
        return ExitCode.DONE;
      }
      output.table(
          all.stream()
              .map(
                  token ->
                      List.of(
                          Long.toString(token.id()),
                          token.name(),
                          String.join(",", scopes(token)),
                          token.expires().map(end -> ends(token, end, now)).orElse("no end"),
                          token.used().map(used -> "used " + used).orElse("not used yet")))
              .toList());
      if (all.isEmpty()) {
        output.message("There is none. Make one: peregrine token create NAME --scope read");
      }
      return ExitCode.DONE;
    }

    private static String ends(ApiToken token, Instant end, Instant now) {
      return (token.isOver(now) ? "expired " : "until ") + end;
    }
  }

  @Command(
      name = "create",
      description = "Makes a token and prints it, this once.",
      mixinStandardHelpOptions = true)
  static final class CreateCommand extends TenantCommand {

    @Parameters(paramLabel = "NAME", description = "How you recognise the program.")
    private String name = "";

    @Option(
        names = "--scope",
        split = ",",
        required = true,
        paramLabel = "SCOPE",
        description = "What it may do: read, write, run; several with commas between.")
    private List<String> scopes = List.of();

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "For how many days it counts, 0 for ever (default: ${DEFAULT-VALUE})",
        defaultValue = "90")
    private int days;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    int run(Peregrine peregrine, Output output) {
      Instant now = peregrine.installation().clock().instant();
      Making end = peregrine.connecting().tokens().create(name(), chosen(), expires(now));
      switch (end) {
        case Making.Made made -> said(made, now, output);
        case Making.NameTaken _ ->
            throw new FailedException(
                "\"%s\" has a token already. Choose another name, or: peregrine token revoke \"%s\""
                    .formatted(name, name));
        case Making.TooMany _ ->
            throw new FailedException(
                "There are %d tokens, which is as many as there can be. Revoke one: peregrine token list"
                    .formatted(ApiTokens.MOST));
      }
      return ExitCode.DONE;
    }

    private void said(Making.Made made, Instant now, Output output) {
      if (json) {
        Map<String, @Nullable Object> object = object(made.token(), now);
        object.put("token", made.text());
        output.json(object);
      } else {
        output.line(made.text());
        output.message("It is told this once; only a fingerprint of it is kept.");
      }
    }

    private String name() {
      String plain = name.strip();
      if (plain.isEmpty() || plain.length() > ApiTokens.LONGEST_NAME) {
        throw new UsageException(
            "Name is \"%s\", expected 1 to %d characters.".formatted(name, ApiTokens.LONGEST_NAME));
      }
      return plain;
    }

    private EnumSet<Scope> chosen() {
      return scopes.stream()
          .map(
              word ->
                  Scope.of(word.strip())
                      .orElseThrow(
                          () ->
                              new UsageException(
                                  "--scope is \"%s\", expected read, write or run."
                                      .formatted(word))))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private Optional<Instant> expires(Instant now) {
      if (days < 0 || days > 3_650) {
        throw new UsageException("--days is \"%d\", expected 0 to 3650.".formatted(days));
      }
      return days == 0 ? Optional.empty() : Optional.of(now.plus(days, ChronoUnit.DAYS));
    }
  }

  @Command(
      name = "revoke",
      description = "Shuts a token out at once.",
      mixinStandardHelpOptions = true)
  static final class RevokeCommand extends TenantCommand {

    @Parameters(paramLabel = "NAME", description = "Its name or number: peregrine token list")
    private String name = "";

    @Override
    int run(Peregrine peregrine, Output output) {
      ApiTokens tokens = peregrine.connecting().tokens();
      ApiToken token =
          tokens.all().stream()
              .filter(
                  each ->
                      each.name().equalsIgnoreCase(name.strip())
                          || Long.toString(each.id()).equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new FailedException(
                          "There is no token \"%s\". See: peregrine token list".formatted(name)));
      tokens.revoke(token.id());
      output.message("Revoked \"%s\".".formatted(token.name()));
      return ExitCode.DONE;
    }
  }
}
