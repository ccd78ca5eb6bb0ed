package dev.feedmill.search;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import com.github.houbb.opencc4j.support.segment.impl.Segments;

/** Dictionaries of Chinese conversion, loaded on first use: some megabytes. */
final class Dictionaries {
    /** Segments by the longest known phrase at each place, which needs no word frequencies. */
    static final ZhConvert CONVERTER =
            ZhConvertBootstrap.newInstance().segment(Segments.fastForward()).init();

    private Dictionaries() {}
}
