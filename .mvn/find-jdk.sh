# Finds a JDK that can build and run Lifeboat. Sourced by ./mvnw and ./lifeboat; POSIX sh.
#
# find_jdk sets JDK_HOME and JDK_RELEASE to a JDK of release $JDK_WANTED or later, or prints what to
# install and returns 1. It looks, in this order, at JAVA_HOME, at `java` on the PATH, and then at
# the usual places, of which the newest release wins. A runtime without javac is not enough.
#
# LIFEBOAT_JDK_ROOTS (folders, separated by colons) replaces the usual places.
#
# The path that runs at every start forks nothing: a JDK tells its release in its file `release`.

JDK_WANTED=21

find_jdk() {
    JDK_HOME='' JDK_RELEASE=0 JDK_SEEN=''
    _jdk_consider "JAVA_HOME" "${JAVA_HOME-}" && return 0
    _jdk_on_path && return 0
    _jdk_newest && return 0
    _jdk_explain >&2
    return 1
}

# Accepts the home $2 if it is a JDK that is new enough; else remembers what it was, said as $1.
_jdk_consider() {
    [ -n "$2" ] || return 1
    _jdk_release_of "$2"
    if [ "$_jdk_release" -ge "$JDK_WANTED" ] && [ -x "$2/bin/javac" ]; then
        JDK_HOME=$2 JDK_RELEASE=$_jdk_release
        return 0
    fi
    _jdk_remember "$1" "$2"
    return 1
}

_jdk_remember() {
    if [ "$_jdk_release" -eq 0 ]; then
        _jdk_verdict="not a Java installation"
    elif [ "$_jdk_release" -lt "$JDK_WANTED" ]; then
        _jdk_verdict="release $_jdk_release"
    else
        _jdk_verdict="release $_jdk_release, but a runtime only: it has no javac"
    fi
    JDK_SEEN="$JDK_SEEN
  $1: $2 ($_jdk_verdict)"
}

# Sets _jdk_release to the feature release of the Java home $1, 0 where it is none.
_jdk_release_of() {
    _jdk_release=0
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS= read -r _jdk_line || [ -n "$_jdk_line" ]; do
            case $_jdk_line in
            JAVA_VERSION=*) _jdk_parse_version "${_jdk_line#JAVA_VERSION=}" && return 0 ;;
            esac
        done <"$1/release"
    fi
    _jdk_parse_version "$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')" || :
}

# "25.0.3" is release 25, "1.8.0_402" is 8, "26-ea" is 26. Returns 1 for what is no version.
_jdk_parse_version() {
    _jdk_version=${1#\"}
    _jdk_version=${_jdk_version#1.}
    _jdk_version=${_jdk_version%%[!0-9]*}
    [ -n "$_jdk_version" ] || return 1
    _jdk_release=$_jdk_version
}

_jdk_on_path() {
    _jdk_java=$(command -v java) || return 1
    _jdk_hops=0
    while [ -L "$_jdk_java" ] && [ "$_jdk_hops" -lt 20 ]; do
        _jdk_link=$(readlink "$_jdk_java") || break
        case $_jdk_link in
        /*) _jdk_java=$_jdk_link ;;
        *) _jdk_java=${_jdk_java%/*}/$_jdk_link ;;
        esac
        _jdk_hops=$((_jdk_hops + 1))
    done
    _jdk_home=${_jdk_java%/bin/java}
    if [ ! -r "$_jdk_home/release" ]; then # a shim or a stub: only running it tells its home
        _jdk_home=$("$_jdk_java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    fi
    _jdk_consider "java on the PATH" "$_jdk_home"
}

# Sets JDK_HOME to the newest JDK of the usual places; of two of one release, to the first.
_jdk_newest() {
    _jdk_best=0
    if [ -n "${LIFEBOAT_JDK_ROOTS-}" ]; then
        _jdk_roots=$LIFEBOAT_JDK_ROOTS
    else
        _jdk_roots=/usr/lib/jvm:/usr/lib64/jvm:/opt/java:/opt/jdk:/Library/Java/JavaVirtualMachines
        _jdk_roots=$_jdk_roots:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:${HOME-}/.jenv/versions
        _jdk_roots=$_jdk_roots:${HOME-}/Library/Java/JavaVirtualMachines:/opt/homebrew/opt:/usr/local/opt
    fi
    _jdk_left=$_jdk_roots:
    while [ -n "$_jdk_left" ]; do
        _jdk_root=${_jdk_left%%:*}
        _jdk_left=${_jdk_left#*:}
        for _jdk_home in "$_jdk_root"/* "$_jdk_root"/*/Contents/Home \
            "$_jdk_root"/openjdk*/libexec/openjdk.jdk/Contents/Home; do
            _jdk_weigh "$_jdk_home"
        done
    done
    _jdk_ask_the_mac
    [ "$_jdk_best" -ge "$JDK_WANTED" ]
}

_jdk_weigh() {
    [ -x "$1/bin/java" ] && [ ! -L "$1" ] || return 0
    _jdk_release_of "$1"
    if [ ! -x "$1/bin/javac" ] || [ "$_jdk_release" -lt "$JDK_WANTED" ]; then
        _jdk_remember "found" "$1"
    elif [ "$_jdk_release" -gt "$_jdk_best" ]; then
        _jdk_best=$_jdk_release JDK_RELEASE=$_jdk_release JDK_HOME=$1
    fi
}

_jdk_ask_the_mac() {
    [ -z "${LIFEBOAT_JDK_ROOTS-}" ] && [ "$_jdk_best" -eq 0 ] && [ -x /usr/libexec/java_home ] || return 0
    _jdk_home=$(/usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null) && _jdk_weigh "$_jdk_home" || :
}

_jdk_explain() {
    cat <<END
Lifeboat needs a JDK of release $JDK_WANTED or later (with javac), and there is none here.

Looked at JAVA_HOME, at java on the PATH, and into these folders:
  $(echo "$_jdk_roots" | sed 's/:/, /g')
${JDK_SEEN:+Found, but of no use:$JDK_SEEN
}
Install one, for example:
  Debian, Ubuntu   apt-get install openjdk-21-jdk-headless   (or temurin-25-jdk from adoptium.net)
  Fedora           dnf install java-21-openjdk-devel
  macOS            brew install openjdk@21
  anywhere         sdk install java 21-tem                   (see sdkman.io)
or set JAVA_HOME to one that you have.
END
}
