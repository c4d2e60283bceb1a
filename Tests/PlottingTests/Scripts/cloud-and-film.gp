# Draws f.png and f.svg from f.csv: 'gnuplot ./f.gp' in this folder.
# program: seiscope 0.1.0
# rulesVersion: 3
# seed: 5
# width: 50
# height: 50
# temperature: 300.0
# tunnellingDepth: 4

set encoding utf8
set minussign
set datafile separator comma
set datafile missing ''
set format x '%g'
set style fill solid noborder
data = './f.csv'

do for [kind in 'png svg'] {
  if (kind eq 'png') {
    set terminal pngcairo size 1080,508 font 'DejaVu Sans,22' linewidth 2
  } else {
    set terminal svg size 540,254 dynamic background 'white' font 'DejaVu Sans,Helvetica,Arial,sans-serif,15'
  }
  dot = kind eq 'png' ? 2 : 1
  every_th = kind eq 'png' ? 1 : 1
  set output './f.'.kind
  font_7 = kind eq 'png' ? ',14' : ',9'
  font_9 = kind eq 'png' ? ',18' : ',12'
  font_11 = kind eq 'png' ? ',22' : ',15'
  unset label
  unset object
  set multiplot
  # cloud
  set lmargin at screen 0.103704
  set rmargin at screen 0.474074
  set tmargin at screen 0.858268
  set bmargin at screen 0.464567
  set border 3 linewidth 1 linecolor '#333333'
  unset grid
  set offsets graph 0.03, graph 0.03, graph 0.04, graph 0.04
  unset logscale
  set tics out nomirror scale 0.75 textcolor '#333333' font font_9
  set format y '%g'
  set xrange [*:*]
  set yrange [*:*]
  set xtics norotate offset 0, 0.5 autofreq
  set ytics norotate offset 0.5, 0 autofreq
  set palette defined (0 '#440154', 1 '#482475', 2 '#414487', 3 '#355f8d', 4 '#2a788e', 5 '#21918c', 6 '#22a884', 7 '#44bf70', 8 '#7ad151', 9 '#bddf26', 10 '#fde725')
  set cbrange [0.0:1.0]
  set format cb '%g'
  set colorbox user origin screen 0.488889, screen 0.464567 size screen 0.018519, screen 0.393701 noborder
  unset key
  set label 1 'cloud' at screen 0.103704, screen 0.913386 left
  unset label 2
  set label 3 'x [nm]' at screen 0.288889, screen 0.314961 center
  set label 4 'y [nm]' at screen 0.022222, screen 0.661417 center rotate by 90
  plot data every every_th using 'x [nm]':'y [nm]':'value' with points pointtype 7 pointsize 0.4 * dot linecolor palette notitle
  # film
  set lmargin at screen 0.592593
  set rmargin at screen 0.962963
  set tmargin at screen 0.858268
  set bmargin at screen 0.464567
  set border 15 linewidth 1 linecolor '#333333'
  unset grid
  set offsets
  unset logscale
  set tics out nomirror scale 0.75 textcolor '#333333' font font_9
  set format y ''
  set xrange [-0.5:2.5]
  set yrange [-0.5:2.5]
  set xtics norotate offset 0, 0.5 autofreq
  set ytics norotate offset 0.5, 0 autofreq
  unset colorbox
  unset key
  set label 1 'film' at screen 0.592593, screen 0.913386 left
  set label 2 "thickness 1.0 nm\nporosity 0.000" at screen 0.592593, screen 0.236220 left font font_9 textcolor '#333333'
  set label 3 'x [nm]' at screen 0.777778, screen 0.314961 center
  set label 4 '' at screen 0.511111, screen 0.661417 center rotate by 90
  set object 1 rectangle from screen 0.103704, screen 0.031496 to screen 0.122222, screen 0.070866 fillcolor rgb '#ffffff' fillstyle solid border linecolor '#666666' linewidth 0.5
  set label 5 'electrolyte' at screen 0.131481, screen 0.051181 left font font_9
  set object 2 rectangle from screen 0.281481, screen 0.031496 to screen 0.300000, screen 0.070866 fillcolor rgb '#000000' fillstyle solid border linecolor '#666666' linewidth 0.5
  set label 6 'electrode' at screen 0.309259, screen 0.051181 left font font_9
  set palette defined (-0.5 '#ffffff', 0.5 '#ffffff', 0.5 '#000000', 1.5 '#000000', 1.5 '#a0a0a0', 2.5 '#a0a0a0', 2.5 '#2ca02c', 3.5 '#2ca02c', 3.5 '#d62728', 4.5 '#d62728', 4.5 '#ff8c1a', 5.5 '#ff8c1a', 5.5 '#1f77d4', 6.5 '#1f77d4', 6.5 '#8040b0', 7.5 '#8040b0')
  set cbrange [-0.5:7.5]
  if (kind eq 'png') {
    plot data using 'x [nm]':'y [nm]':'film' with image notitle
  } else {
    plot data using (column('film') > 0 ? column('x [nm]') : NaN):'y [nm]':(0.52):(0.52):(column('film')) with boxxyerror linecolor palette notitle
  }
  unset multiplot
  unset output
}
