package io.lifeboat.lab.qdrant.segment;

/** What a segment can still take. */
public enum SegmentKind {
    /** Takes new points and changes points in place. */
    APPENDABLE,
    /** Only loses points: a change of one moves it to an appendable segment. */
    OPTIMISED
}
