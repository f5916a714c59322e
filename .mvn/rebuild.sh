# Rebuilds the modules that changed, and those that depend on them. Sourced by ./lifeboat, after
# find-jdk.sh and lock.sh; POSIX sh. Wants $root and $JDK_HOME.
#
# A module's fingerprint is the output of cksum over its sources (its POM, src/main) and over what was
# built from them (the project's own jars under target). The stamp has the fingerprint of each module
# as it was last built; a module that must be built is not in it. The usual case, nothing changed,
# costs four small processes: the fingerprint of all modules in question is compared as a whole.

# rebuild COMMAND: brings up to date what COMMAND needs; exits with status 1 where that fails.
rebuild() {
    caller_folder=$PWD
    cd "$root" || exit 1
    state=$root/.lifeboat/build
    stamp=$state/stamp
    case $1 in bench) whole=$state/whole-bench ;; *) whole=$state/whole ;; esac
    _choose_modules "$1"
    if ! _fingerprint $needed | cmp -s - "$whole" 2>/dev/null; then
        mkdir -p "$state"
        trap '_end_build' EXIT
        trap 'exit 130' HUP INT TERM
        take_lock "$state/lock" "another ./lifeboat is building: waiting for it"
        _rebuild_stale
        _end_build
        trap - EXIT HUP INT TERM
    fi
    cd "$caller_folder" || exit 1
}

_end_build() {
    if [ -n "${maven-}" ]; then
        kill "$maven" 2>/dev/null || :
        wait "$maven" 2>/dev/null || :
        rm -f "$state/maven"
    fi
    rm -f "$state/"*".$$"
    drop_lock "$state/lock"
}

# read_parent_pom: sets modules and version.
read_parent_pom() {
    modules='' version=''
    while IFS= read -r line; do
        case $line in
        *"<module>"*)
            line=${line#*<module>}
            modules="$modules ${line%%</module>*}"
            ;;
        *"<version>"*)
            line=${line#*<version>}
            version=${version:-${line%%</version>*}}
            ;;
        esac
    done <"$root/pom.xml"
}

# Sets needed: no command runs the tests of whole systems or the example, and only `bench` the benchmarks.
_choose_modules() {
    needed=''
    for module in $modules; do
        case $module in
        system-tests | audit-consumer) continue ;;
        benchmarks) [ "$1" = bench ] || continue ;;
        esac
        needed="$needed $module"
    done
}

# The fingerprint of the modules named, after that of the parent POM, on which all depend.
_fingerprint() {
    for module in "$@"; do
        shift
        for part in pom.xml src/main "target/$module-$version.jar" "target/$module.jar" target/lib \
            target/quarkus-app/app target/quarkus-app/lib/main target/quarkus-app/quarkus-run.jar; do
            [ ! -e "$module/$part" ] || set -- "$@" "$module/$part"
        done
    done
    find pom.xml "$@" -type f \
        \( ! -path '*/target/*' ! -name '*~' ! -name '.#*' ! -name '.*.sw?' ! -name .DS_Store \
        -o -path "*/target/*-$version.jar" -o -path '*/target/*.jar' ! -path '*/target/*/*' -o -name quarkus-run.jar \) \
        -exec cksum {} + | LC_ALL=C sort -k 3
}

# The lines of the fingerprint $1 that concern the module $2.
_of_module() {
    grep -e " $2/" "$1" || :
}

_of_parent_pom() {
    grep -e ' pom\.xml$' "$1" || :
}

# Ends what a predecessor left that was killed: its Maven, which would write into the same folders.
_clear_leftovers() {
    if read -r orphan 2>/dev/null <"$state/maven" && ps -o args= -p "$orphan" 2>/dev/null | grep -q -F "$root"; then
        kill "$orphan" 2>/dev/null || :
        while kill -0 "$orphan" 2>/dev/null; do sleep 1; done
    fi
    rm -f "$state/maven" "$state/"*.[0-9]*
}

_rebuild_stale() {
    _clear_leftovers
    before=$state/before.$$ after=$state/after.$$ built=$state/built.$$ status=0
    [ -e "$stamp" ] || : >"$stamp"
    : >"$built"
    _fingerprint $modules >"$before"
    _find_stale
    if [ -n "$to_build" ]; then
        [ -s "$stamp" ] || echo "first build: on a new machine it brings libraries, which takes some minutes" >&2
        _run_maven || status=1
    fi
    _fingerprint $modules >"$after"
    _write_stamp
    [ "$status" -eq 0 ] || _explain_failure
    _write_whole
}

# Sets stale to the modules that changed or depend on one that is stale, and to_build to the needed
# of them. The parent POM may list a module before one that it depends on, hence the repetition.
_find_stale() {
    stale='' to_build='' known=none
    while [ "$stale" != "$known" ]; do
        known=$stale
        for module in $modules; do
            case "$stale " in *" $module "*) continue ;; esac
            ! _is_stale "$module" || stale="$stale $module"
        done
    done
    for module in $needed; do
        case "$stale " in *" $module "*) to_build="$to_build $module" ;; esac
    done
}

_is_stale() {
    [ "$(_of_parent_pom "$stamp")" = "$(_of_parent_pom "$before")" ] || return 0
    [ "$(_of_module "$stamp" "$1")" = "$(_of_module "$before" "$1")" ] || return 0
    _read_dependencies "$1/pom.xml"
    for upstream in $stale; do
        case "$dependencies " in *" $upstream "*) return 0 ;; esac
    done
    return 1
}

# Sets dependencies to those of the POM $1 that count when the program runs: not those of its tests.
_read_dependencies() {
    dependencies=''
    while IFS= read -r line; do
        case $line in
        *"<dependency>"*) artifact='' of_tests='' ;;
        *"<artifactId>"*)
            line=${line#*<artifactId>}
            artifact=${line%%</artifactId>*}
            ;;
        *"<scope>test</scope>"*) of_tests=yes ;;
        *"</dependency>"*) [ -n "$of_tests" ] || dependencies="$dependencies $artifact" ;;
        esac
    done <"$1"
}

# The sources count as they were before the build: what is edited meanwhile is built next time.
_write_stamp() {
    {
        _of_parent_pom "$before"
        for module in $modules; do
            if grep -q -x "$module" "$built"; then
                _of_module "$before" "$module" | grep -v " $module/target/" || :
                _of_module "$after" "$module" | grep " $module/target/" || :
            else
                case "$stale " in *" $module "*) ;; *) _of_module "$stamp" "$module" ;; esac
            fi
        done
    } >"$state/stamp.$$"
    mv "$state/stamp.$$" "$stamp"
}

_write_whole() {
    {
        _of_parent_pom "$stamp"
        for module in $needed; do
            _of_module "$stamp" "$module"
        done
    } | LC_ALL=C sort -k 3 >"$state/whole.$$"
    mv "$state/whole.$$" "$whole"
}

# One call for all. Maven says when it said what (milliseconds since its start), which times the modules.
_run_maven() {
    pipe=$state/pipe.$$
    mkfifo "$pipe"
    JAVA_HOME=$JDK_HOME MAVEN_OPTS="${MAVEN_OPTS-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" \
        "$root/mvnw" -B -pl "$(echo $to_build | tr ' ' ',')" -am package \
        -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true -Dstyle.color=never \
        -Dorg.slf4j.simpleLogger.showDateTime=true >"$pipe" 2>&1 </dev/null &
    maven=$!
    echo "$maven" >"$state/maven"
    _show_progress <"$pipe" &
    progress=$! outcome=0
    wait "$maven" || outcome=$?
    maven=''
    rm -f "$state/maven"
    wait "$progress"
    return "$outcome"
}

# Copies Maven's output (standard input) into the log, and tells of each stale module as it goes by.
_show_progress() {
    current='' now=0 summary=''
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
        [0-9]*" [INFO] "*"-< io.lifeboat:"*)
            now=${line%% *}
            _end_module built
            line=${line##*-< io.lifeboat:}
            _begin_module "${line%% *}"
            ;;
        [0-9]*" [INFO] Reactor Summary"*) now=${line%% *} summary=yes ;;
        [0-9]*" [INFO] BUILD SUCCESS"*)
            [ -n "$summary" ] || now=${line%% *}
            _end_module built
            ;;
        esac
    done 3>"$root/.lifeboat/build.log"
    _end_module failed
}

_begin_module() {
    case "$to_build " in
    *" $1 "*)
        current=$1 started=$now
        printf 'building %s ... ' "$1" >&2
        ;;
    esac
}

_end_module() {
    [ -n "$current" ] || return 0
    if [ "$1" = failed ]; then
        echo failed >&2
    else
        tenths=$(((now - started + 50) / 100))
        echo "$((tenths / 10)).$((tenths % 10)) s" >&2
        echo "$current" >>"$built"
    fi
    current=''
}

# Shows the errors of the log, without times and without Maven's advice on itself.
_explain_failure() {
    echo "the build failed:" >&2
    sed -n -e 's/^[0-9]* \(\[ERROR\]\)/  \1/p' "$root/.lifeboat/build.log" |
        sed -e '/To see the full stack trace/,$d' -e '/^  \[ERROR\] *$/d' | head -40 >&2
    echo "all of its output is in $root/.lifeboat/build.log" >&2
    exit 1
}
