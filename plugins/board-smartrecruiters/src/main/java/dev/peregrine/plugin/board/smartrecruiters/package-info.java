/** Career pages on SmartRecruiters. */
@NullMarked
package dev.peregrine.plugin.board.smartrecruiters;

import org.jspecify.annotations.NullMarked;
