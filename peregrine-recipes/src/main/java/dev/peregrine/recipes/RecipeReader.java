package dev.peregrine.recipes;

import dev.peregrine.api.About;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a whole recipe. */
final class RecipeReader {

  private static final Set<String> KNOWN =
      Set.of(
          "kind",
          "default",
          "values",
          "request",
          "pages",
          "format",
          "rows",
          "empty",
          "leave-out",
          "fields",
          "detail",
          "employers",
          "answer");

  private static final Map<String, BoardKind> KINDS =
      Map.of(
          "feed", BoardKind.PUBLIC_FEED,
          "keyed", BoardKind.KEYED_API,
          "employers", BoardKind.EMPLOYER_PAGES,
          "scraped", BoardKind.SCRAPED_PAGES);

  private final RecipePart part;
  private final Map<String, RecipePart> members;
  private final List<SettingSpec> settings;
  private final Names names;

  private RecipeReader(RecipePart part) {
    this.part = part;
    var known = new TreeSet<>(KNOWN);
    known.addAll(AboutReader.KNOWN);
    this.members = part.members(known);
    this.settings = AboutReader.settings(members);
    this.names = Names.ofQuery().and(settings.stream().map(SettingSpec::key).toList());
  }

  static Recipe read(RecipePart part) {
    return new RecipeReader(part).read();
  }

  private Recipe read() {
    part.need(members, "id", "acme");
    Format format = member("format").map(Format::read).orElse(Format.JSON);
    Map<String, Expression> values = values();
    Names all = names.and(values.keySet());
    Map<String, Expression> answer = answer(format, all);
    ExpressionReader fields = ExpressionReader.ofFields(format, all.and(answer.keySet()));
    RecipePart asked = part.need(members, "request", "{get: https://api.example.com/jobs}");
    RequestTemplate request =
        RequestReader.read(
            asked, asked.members(RequestReader.KNOWN), ExpressionReader.ofRequests(all));
    Optional<Detail> detail = member("detail").map(each -> Detail.read(each, format, all));
    Optional<Employers> employers = member("employers").map(each -> Employers.read(each, fields));
    Set<String> told = told(request, values);
    return new Recipe(
        descriptor(about(request, detail), told, employers),
        format,
        request,
        told,
        values,
        answer,
        Pages.read(member("pages"), fields, told::contains),
        Rows.read(part, members, format, fields),
        fields(format, fields),
        detail,
        employers);
  }

  private Optional<RecipePart> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Each may use those before it. */
  private Map<String, Expression> values() {
    var values = new LinkedHashMap<String, Expression>();
    member("values")
        .map(RecipePart::members)
        .orElse(Map.of())
        .forEach(
            (name, value) ->
                values.put(
                    name, ExpressionReader.ofRequests(names.and(values.keySet())).read(value)));
    return values;
  }

  private Map<String, Expression> answer(Format format, Names all) {
    ExpressionReader expressions = ExpressionReader.ofFields(format, all);
    return member("answer").map(each -> each.each(expressions::read)).orElse(Map.of());
  }

  private static Set<String> told(RequestTemplate request, Map<String, Expression> values) {
    var told = new TreeSet<String>();
    request.names(told::add);
    for (Map.Entry<String, Expression> value : List.copyOf(values.entrySet()).reversed()) {
      if (told.contains(value.getKey())) {
        value.getValue().names(told::add);
      }
    }
    return told;
  }

  private PostingTemplate fields(Format format, ExpressionReader expressions) {
    if (format == Format.JSON_LD) {
      for (String name : List.of("rows", "fields")) {
        member(name)
            .ifPresent(
                each -> {
                  throw each.mistake(
                      "\"%s\" is known where the format is json-ld. Take it away".formatted(name));
                });
      }
      return PostingTemplate.EMPTY;
    }
    RecipePart written = part.need(members, "fields", "{id: id, title: title, url: url}");
    Map<String, RecipePart> each = written.members();
    written.need(each, "title", "title");
    written.need(each, "url", "url");
    return PostingReader.read(written, expressions);
  }

  private About about(RequestTemplate request, Optional<Detail> detail) {
    var addresses = new ArrayList<>(List.of(request.address()));
    detail.ifPresent(each -> addresses.add(each.request().address()));
    return AboutReader.read(part, members, settings, addresses);
  }

  private BoardDescriptor descriptor(About about, Set<String> told, Optional<Employers> employers) {
    boolean keyed =
        about.settings().stream()
            .anyMatch(each -> each instanceof SettingSpec.Secret && each.required());
    BoardKind kind =
        member("kind")
            .map(each -> each.oneOf(KINDS))
            .orElse(
                employers.isPresent()
                    ? BoardKind.EMPLOYER_PAGES
                    : keyed ? BoardKind.KEYED_API : BoardKind.PUBLIC_FEED);
    BoardFilter[] filters = Names.filters(told).toArray(BoardFilter[]::new);
    BoardDescriptor usual =
        employers
            .map(each -> BoardDescriptor.employers(about, each.starters(), filters))
            .orElseGet(
                () ->
                    kind == BoardKind.SCRAPED_PAGES
                        ? BoardDescriptor.scraped(about, filters)
                        : kind == BoardKind.KEYED_API
                            ? BoardDescriptor.keyed(about, filters)
                            : BoardDescriptor.feed(about, filters));
    BoardDescriptor onOrOff =
        member("default")
            .map(each -> usual.withKind(kind).withOnByDefault(each.flag()))
            .orElse(usual.withKind(kind));
    return rated(onOrOff);
  }

  private BoardDescriptor rated(BoardDescriptor descriptor) {
    Map<String, RecipePart> rate =
        member("rate")
            .map(each -> each.members(Set.of("gap", "rest", "deadline")))
            .orElse(Map.of());
    BoardDescriptor rested =
        Optional.ofNullable(rate.get("rest"))
            .map(each -> descriptor.withRest(each.duration()))
            .orElse(descriptor);
    return Optional.ofNullable(rate.get("deadline"))
        .map(
            each -> {
              try {
                return rested.withDeadline(each.duration());
              } catch (IllegalArgumentException tooLong) {
                throw each.wrong("1s to 10m");
              }
            })
        .orElse(rested);
  }
}
