/** What came of searching and applying, in numbers that lead to the jobs behind them. */
@NullMarked
package dev.peregrine.host.numbers;

import org.jspecify.annotations.NullMarked;
