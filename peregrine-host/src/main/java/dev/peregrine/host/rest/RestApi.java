package dev.peregrine.host.rest;

import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Grant;
import dev.peregrine.host.programs.KeptReplies;
import dev.peregrine.host.programs.KeptReply;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.ProgramCall;
import dev.peregrine.host.web.ProgramProblem;
import dev.peregrine.host.web.ProgramReply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers the operations of the registry: who asks, whether they may, what they sent, and what
 * came.
 */
final class RestApi {

  static final String ROOT = "/api/v1";

  private static final String DESCRIPTION = "/openapi.json";
  private static final int LONGEST_KEY = 255;

  private final List<Operation<?, ?>> operations;
  private final ApiTokens tokens;
  private final KeptReplies kept;
  private final Description description;
  private final Bodies bodies = new Bodies();

  RestApi(
      List<Operation<?, ?>> operations,
      Description description,
      ApiTokens tokens,
      KeptReplies kept) {
    this.operations = List.copyOf(operations);
    this.description = description;
    this.tokens = tokens;
    this.kept = kept;
  }

  /** In English, whatever the program's machine speaks: the names of fields are, too. */
  ProgramReply answer(ProgramCall call) throws Exception {
    return Language.ENGLISH.call(
        () -> {
          try {
            return find(call);
          } catch (Refusal refused) {
            return refused.problem().reply();
          }
        });
  }

  private record Match(Operation<?, ?> operation, Map<String, Long> ids) {}

  private ProgramReply find(ProgramCall call) throws Exception {
    String path = call.path().substring(ROOT.length());
    boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
    if (reads && path.equals(DESCRIPTION)) {
      return tagged(
          call,
          ProgramReply.of(
              200, "application/json", Shapes.JSON.writeValueAsBytes(description.document())));
    }
    List<Match> there =
        operations.stream()
            .flatMap(
                operation -> operation.match(path).map(ids -> new Match(operation, ids)).stream())
            .toList();
    if (there.isEmpty()) {
      throw new Refusal(
          ProgramProblem.of(
              404,
              "not-found",
              "Not found",
              "There is nothing at \"%s\". See %s%s."
                  .formatted(cut(call.path()), ROOT, DESCRIPTION)));
    }
    String method = reads ? "GET" : call.method();
    Optional<Match> match =
        there.stream().filter(each -> each.operation().verb().name().equals(method)).findFirst();
    return match.isPresent() ? permitted(call, match.get()) : otherMethod(call, there);
  }

  private static ProgramReply otherMethod(ProgramCall call, List<Match> there) {
    String allowed =
        there.stream()
            .map(match -> match.operation().verb().name())
            .sorted()
            .collect(Collectors.joining(", "));
    return ProgramProblem.of(
            405,
            "method",
            "Not by that method",
            "\"%s\" cannot be asked by %s, only by %s."
                .formatted(cut(call.path()), call.method(), allowed))
        .reply()
        .with("Allow", allowed);
  }

  private ProgramReply permitted(ProgramCall call, Match match) throws Exception {
    Optional<Grant> grant = call.bearer().flatMap(tokens::grant);
    if (grant.isEmpty()) {
      return ProgramProblem.of(
              401,
              "unauthorized",
              "Who are you?",
              call.bearer().isEmpty()
                  ? "No token was sent. Make one under Settings → Programs and send it as \"Authorization: Bearer pgn_…\"."
                  : "The token is none that counts: it may be misspelt, revoked or expired. Make another one under Settings → Programs.")
          .reply()
          .with("WWW-Authenticate", "Bearer realm=\"Peregrine\"");
    }
    Operation<?, ?> operation = match.operation();
    if (!grant.get().allows(operation.scope())) {
      throw new Refusal(
          ProgramProblem.of(
                  403,
                  "scope",
                  "The token may not do that",
                  "\"%s\" has no scope \"%s\", which %s needs. Make a token with it under Settings → Programs."
                      .formatted(grant.get().name(), operation.scope().key(), operation.id()))
              .with("scope", operation.scope().key()));
    }
    var asked = new Asked(match.ids(), query(call, operation), grant.get());
    return operation.verb() == Verb.GET
        ? tagged(call, done(call, operation, asked, ""))
        : once(call, operation, asked);
  }

  private static Map<String, String> query(ProgramCall call, Operation<?, ?> operation) {
    var query = new TreeMap<String, String>();
    for (Map.Entry<String, List<String>> given : call.query().entrySet()) {
      Parameter known =
          operation.parameters().stream()
              .filter(parameter -> parameter.name().equals(given.getKey()))
              .findFirst()
              .orElseThrow(
                  () ->
                      Refusal.invalid(
                          "\"%s\" is none of the parameters of %s: %s."
                              .formatted(
                                  cut(given.getKey()),
                                  operation.id(),
                                  operation.parameters().stream()
                                      .map(Parameter::name)
                                      .collect(Collectors.joining(", ", "", "")))));
      String value = given.getValue().getLast();
      known
          .expected(value)
          .ifPresent(
              expected -> {
                throw Refusal.invalid(
                    "%s is \"%s\", expected %s.".formatted(known.name(), cut(value), expected));
              });
      query.put(known.name(), value);
    }
    return query;
  }

  /** A request that names itself is done once, however often it comes. */
  private ProgramReply once(ProgramCall call, Operation<?, ?> operation, Asked asked)
      throws Exception {
    String text = Bodies.text(call);
    Optional<String> key = call.header("Idempotency-Key").map(String::strip);
    if (key.isEmpty() || operation.verb() != Verb.POST) {
      return done(call, operation, asked, text);
    }
    if (!key.get().matches("[\\x21-\\x7e]{1,%d}".formatted(LONGEST_KEY))) {
      throw Refusal.invalid(
          "Idempotency-Key: expected 1 to %d letters, digits and signs without blanks."
              .formatted(LONGEST_KEY));
    }
    long token = asked.grant().token();
    String request = hash(call.method() + " " + call.path() + "\n" + text);
    return switch (kept.begin(token, key.get(), request)) {
      case KeptReplies.Turn.Yours _ -> first(call, operation, asked, text, key.get());
      case KeptReplies.Turn.Answered answered -> again(answered.reply());
      case KeptReplies.Turn.UnderWay _ ->
          throw new Refusal(
              ProgramProblem.of(
                  409,
                  "under-way",
                  "Still being done",
                  "The same request came before and is not done yet. Ask again in a moment."));
      case KeptReplies.Turn.Another _ ->
          throw new Refusal(
              ProgramProblem.of(
                  422,
                  "key-reused",
                  "The key was another request's",
                  "Another request had this Idempotency-Key within the last 24 hours. Take a new key for each request."));
    };
  }

  private ProgramReply first(
      ProgramCall call, Operation<?, ?> operation, Asked asked, String text, String key)
      throws Exception {
    long token = asked.grant().token();
    boolean ended = false;
    try {
      ProgramReply reply;
      try {
        reply = done(call, operation, asked, text);
      } catch (Refusal refused) {
        reply = refused.problem().reply();
      }
      kept.end(
          token,
          key,
          new KeptReply(
              reply.status(),
              reply.mediaType(),
              new String(reply.body(), StandardCharsets.UTF_8),
              reply.headers().getOrDefault("Location", "")));
      ended = true;
      return reply;
    } finally {
      if (!ended) {
        kept.drop(token, key);
      }
    }
  }

  private static ProgramReply again(KeptReply reply) {
    ProgramReply same =
        ProgramReply.of(
                reply.status(), reply.mediaType(), reply.body().getBytes(StandardCharsets.UTF_8))
            .with("Idempotency-Replayed", "true");
    return reply.location().isEmpty() ? same : same.with("Location", reply.location());
  }

  private <B, A> ProgramReply done(
      ProgramCall call, Operation<B, A> operation, Asked asked, String text) throws Exception {
    Result<A> result = operation.work().to(asked, bodies.read(call, text, operation.takes()));
    ProgramReply reply =
        ProgramReply.of(
            result.status(), "application/json", Shapes.JSON.writeValueAsBytes(result.body()));
    return result.location().map(path -> reply.with("Location", ROOT + path)).orElse(reply);
  }

  /** Who has it as it is already is told just that. */
  private static ProgramReply tagged(ProgramCall call, ProgramReply reply) {
    if (reply.status() != 200) {
      return reply;
    }
    String tag =
        '"' + hash(new String(reply.body(), StandardCharsets.UTF_8)).substring(0, 32) + '"';
    // A program in between may have made the mark a weak one.
    return call.header("If-None-Match").orElse("").contains(tag)
        ? ProgramReply.empty(304).with("ETag", tag)
        : reply.with("ETag", tag);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private static String cut(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
