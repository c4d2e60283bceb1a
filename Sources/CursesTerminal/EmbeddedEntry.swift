/// The terminfo entry that this program carries: what xterm and its relatives have in common, with
/// 24-bit colours.
///
/// `xterm-direct` is in ncurses-term, which small machines lack, and sends the colon form of colours,
/// which fewer terminals know and which is longer. This one sends `38;2;r;g;b`, has no palette among
/// its numbers (so that 0 is black), and no `rep`, which some relatives lack. Keys are decoded
/// without it. Compiled by `tic -x` from:
///
/// ```
/// seiscope-direct|xterm-like terminal with 24-bit colours,
///   am, bce, mir, msgr, npc, xenl, AX, RGB,
///   colors#0x1000000, cols#80, it#8, lines#24, pairs#0x10000, U8#1,
///   bel=^G, bold=\E[1m, dim=\E[2m, rev=\E[7m, smul=\E[4m, rmul=\E[24m, smso=\E[7m, rmso=\E[27m,
///   civis=\E[?25l, cnorm=\E[?25h, clear=\E[H\E[2J, cr=\r,
///   cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB, cud1=\n, cuf=\E[%p1%dC, cuf1=\E[C,
///   cup=\E[%i%p1%d;%p2%dH, cuu=\E[%p1%dA, cuu1=\E[A, home=\E[H, hpa=\E[%i%p1%dG, vpa=\E[%i%p1%dd,
///   ech=\E[%p1%dX, ed=\E[J, el=\E[K, el1=\E[1K, ind=\n, op=\E[39;49m,
///   rmcup=\E[?1049l, smcup=\E[?1049h,
///   setab=\E[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm,
///   setaf=\E[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm,
///   sgr=\E[0%?%p6%t;1%;%?%p5%t;2%;%?%p2%t;4%;%?%p1%p3%|%t;7%;m, sgr0=\E[m,
/// ```
///
/// and written by `infocmp -x -0 -Q2 -q`; ncurses reads it from the variable TERMINFO.
enum EmbeddedEntry {
  static let name = "seiscope-direct"

  static let compiled = """
    b64:HgI4AB0ADwBpAX8Bc2Vpc2NvcGUtZGlyZWN0fHh0ZXJtLWxpa2UgdGVybWluYWwgd2l0aCAyNC1iaXQgY29sb3\
    VycwAAAQAAAQAAAAAAAAAAAQEAAAAAAAAAAAAAAQAAAQBQAAAACAAAABgAAAD_____________________________\
    ________________________AAAAAQAAAQD__wAAAgD_____BAAMABAAFAD__x8AMAAyADYAPQD__z8ARgD__0oA__\
    ________________9OAFMA__9cAP_______2EAZgBrAHAA__95AH0A_____4YAjAD_________________________\
    __________________________________________________________________________________________\
    __________________________________________________kgD_______-bAKQA__-tAP__________________\
    _____________7YA___BAP__wwD_______________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    ________________________________-QD_______________________________________________________\
    _________________-AP______________________________________________________________________\
    __________________________________________________________________________________________\
    __BwFDAQcADQAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAI\
    ABtbPzI1aAAbW0MAG1tBABtbMW0AG1s_MTA0OWgAG1sybQAbWzdtABtbN20AG1s0bQAbWyVwMSVkWAAbW20AG1s_MT\
    A0OWwAG1syN20AG1syNG0AG1slcDElZEIAG1slcDElZEQAG1slcDElZEMAG1slcDElZEEAG1slaSVwMSVkZAAKABtb\
    MCU_JXA2JXQ7MSU7JT8lcDUldDsyJTslPyVwMiV0OzQlOyU_JXAxJXAzJXwldDs3JTttABtbMUsAG1szOTs0OW0AG1\
    szODsyOyVwMSV7NjU1MzZ9JS8lZDslcDElezI1Nn0lLyV7MjU1fSUmJWQ7JXAxJXsyNTV9JSYlZG0AG1s0ODsyOyVw\
    MSV7NjU1MzZ9JS8lZDslcDElezI1Nn0lLyV7MjU1fSUmJWQ7JXAxJXsyNTV9JSYlZG0AAAIAAQAAAAMACgABAQEAAA\
    AAAAMABwBBWABSR0IAVTgA
    """
}
