package dev.peregrine.recipes;

import dev.peregrine.api.board.BoardDescriptor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A board as its recipe says.
 *
 * @param told names that the request is told, by itself or through a value
 * @param values what is worked out before asking, by name
 * @param answer what of an answer is for all of its rows, by name
 */
record Recipe(
    BoardDescriptor descriptor,
    Format format,
    RequestTemplate request,
    Set<String> told,
    Map<String, Expression> values,
    Map<String, Expression> answer,
    Pages pages,
    Rows rows,
    PostingTemplate fields,
    Optional<Detail> detail,
    Optional<Employers> employers) {}
