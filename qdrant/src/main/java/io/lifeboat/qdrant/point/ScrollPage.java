package io.lifeboat.qdrant.point;

import io.lifeboat.qdrant.answer.Fields;
import java.util.List;
import java.util.Optional;

/** Some points, ascending, and where to go on ({@code next} is part of the next page); no next on the last one. */
public record ScrollPage(List<StoredPoint> points, Optional<PointId> next) {
    public ScrollPage {
        points = List.copyOf(points);
    }

    static ScrollPage read(Fields fields) {
        return new ScrollPage(
                fields.list("points", StoredPoint::read),
                fields.find("next_page_offset").map(PointId::read));
    }
}
