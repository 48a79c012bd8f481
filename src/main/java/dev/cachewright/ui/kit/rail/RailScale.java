package dev.cachewright.ui.kit.rail;

import java.util.List;

/// Where on a rail each token is: blocks in proportion to their tokens, a small one high enough to be seen and hit.
///
/// Where there are too many blocks for that, all are in proportion, without gaps.
final class RailScale {

    private static final double LEAST = 5;
    private static final double GAP = 2;
    /// Of the height, this share may go to what makes small blocks larger than their part.
    private static final double SHARE_OF_SMALL = 0.5;

    private final double[] tops;
    private final double[] heights;
    private final int[] before;
    private final double height;

    RailScale(List<RailSegment> segments, double height) {
        int count = segments.size();
        this.tops = new double[count];
        this.heights = new double[count];
        this.before = new int[count + 1];
        this.height = height;
        int total = segments.stream().mapToInt(RailSegment::tokens).sum();
        boolean hasRoom = count * (LEAST + GAP) <= height * SHARE_OF_SMALL;
        double gaps = 0;
        for (int i = 1; i < count && hasRoom; i++) {
            gaps += isNewBlock(segments, i) ? GAP : 0;
        }
        double free = Math.max(0, height - gaps);
        double scale = total == 0 ? 0 : free / total;
        if (hasRoom) {
            scale = scaleBeside(segments, free);
        }
        double y = 0;
        for (int i = 0; i < count; i++) {
            int tokens = segments.get(i).tokens();
            y += hasRoom && isNewBlock(segments, i) ? GAP : 0;
            tops[i] = y;
            heights[i] = hasRoom ? Math.max(LEAST, tokens * scale) : tokens * scale;
            y += heights[i];
            before[i + 1] = before[i] + tokens;
        }
    }

    private static boolean isNewBlock(List<RailSegment> segments, int i) {
        return i > 0 && !segments.get(i).blockId().equals(segments.get(i - 1).blockId());
    }

    /// Pixels of a token, beside the segments that are smaller than the least.
    private static double scaleBeside(List<RailSegment> segments, double free) {
        double scale = 0;
        boolean isSettled = false;
        double large = segments.stream().mapToInt(RailSegment::tokens).sum();
        double room = free;
        boolean[] isSmall = new boolean[segments.size()];
        while (!isSettled) {
            isSettled = true;
            scale = large == 0 ? 0 : room / large;
            for (int i = 0; i < segments.size(); i++) {
                if (!isSmall[i] && segments.get(i).tokens() * scale < LEAST) {
                    isSmall[i] = true;
                    isSettled = false;
                    large -= segments.get(i).tokens();
                    room -= LEAST;
                }
            }
        }
        return scale;
    }

    double top(int segment) {
        return tops[segment];
    }

    double height(int segment) {
        return heights[segment];
    }

    /// The height at which so many tokens have passed.
    double y(double tokens) {
        for (int i = 0; i < tops.length; i++) {
            if (tokens <= before[i + 1]) {
                int own = before[i + 1] - before[i];
                return tops[i] + (own == 0 ? 0 : heights[i] * (tokens - before[i]) / own);
            }
        }
        return tops.length == 0 ? 0 : Math.min(height, tops[tops.length - 1] + heights[heights.length - 1]);
    }

    /// The segment at a height, or the one nearest to it; -1 where there is none.
    int at(double y) {
        int found = tops.length - 1;
        while (found > 0 && tops[found] > y) {
            found--;
        }
        return found;
    }
}
