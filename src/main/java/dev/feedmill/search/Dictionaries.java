package dev.feedmill.search;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import com.github.houbb.opencc4j.support.segment.impl.Segments;

/** Loaded when first used: some megabytes. */
final class Dictionaries {
    /** Takes the longest phrase that it knows from each place, which needs no list of how common words are. */
    static final ZhConvert CONVERTER =
            ZhConvertBootstrap.newInstance().segment(Segments.fastForward()).init();

    private Dictionaries() {}
}
