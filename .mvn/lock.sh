# A lock between processes of one machine. Sourced by ./lifeboat; POSIX sh.
#
# The lock is a symbolic link whose text is its owner's process id: made and read in one act each,
# so that there is never a lock without an owner. A dead owner's lock is taken over.

# Waits for the lock $1; says once, as $2, what it waits for.
take_lock() {
    _lock_said=''
    until ln -s "$$" "$1" 2>/dev/null; do
        _lock_owner=$(readlink "$1") || continue
        if kill -0 "$_lock_owner" 2>/dev/null; then
            [ -n "$_lock_said" ] || echo "$2 (process $_lock_owner)" >&2
            _lock_said=yes
            sleep 1
        else
            _break_lock "$1" "$_lock_owner" || sleep 1
        fi
    done
}

drop_lock() {
    [ "$(readlink "$1" 2>/dev/null)" != "$$" ] || rm -f "$1"
}

# Removes the lock $1 of the dead process $2. Only who holds the second lock, named for the dead,
# may do so, and looks again first: else a slow one could remove the lock of a new, living owner.
_break_lock() {
    if ! ln -s "$$" "$1-of-dead-$2" 2>/dev/null; then
        _lock_breaker=$(readlink "$1-of-dead-$2") || return 0
        kill -0 "$_lock_breaker" 2>/dev/null || rm -f "$1-of-dead-$2"
        return 1
    fi
    [ "$(readlink "$1" 2>/dev/null)" != "$2" ] || rm -f "$1"
    rm -f "$1-of-dead-$2"
}
