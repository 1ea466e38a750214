package dev.peregrine.recipes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call of its own for what the list does not tell of a posting.
 *
 * @param page the posting's address for people, with its id; empty where that cannot be told
 * @param root where in the answer the posting stands
 */
record Detail(
    RequestTemplate request,
    Format format,
    Optional<AddressPattern> page,
    Spot root,
    PostingTemplate fields) {

  static Detail read(RecipePart part, Format whole, Names names) {
    var known = new TreeSet<>(RequestReader.KNOWN);
    known.addAll(List.of("page", "root", "fields", "format"));
    Map<String, RecipePart> members = part.members(known);
    Format format = Optional.ofNullable(members.get("format")).map(Format::read).orElse(whole);
    if (format == Format.JSON_LD) {
      throw part.mistake(
          "a detail is read by its fields, not as json-ld. Add a line such as \"format: html\"");
    }
    Names ofPosting = names.and(List.of("id", "url"));
    ExpressionReader fields = ExpressionReader.ofFields(format, ofPosting);
    PostingTemplate template =
        PostingReader.read(part.need(members, "fields", "{description: text}"), fields);
    Optional<AddressPattern> page =
        Optional.ofNullable(members.get("page"))
            .map(address -> AddressPattern.read(address, "id", Set.of()));
    if (page.isPresent() && template.title().isEmpty()) {
      throw part.mistake(
          "\"page\" lets a pasted address be read, for which \"fields\" needs a \"title\". Add it, or take \"page\" away");
    }
    return new Detail(
        RequestReader.read(part, members, ExpressionReader.ofRequests(ofPosting)),
        format,
        page,
        format.path(Optional.ofNullable(members.get("root")).map(RecipePart::line).orElse("")),
        template);
  }
}
