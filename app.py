"""The front door: `streamlit run app.py`. Page set-up and navigation, nothing else."""

from __future__ import annotations

import os

# Before anything imports torch: two torch processes on few cores otherwise stall each other, waiting in busy loops.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import streamlit as st

st.set_page_config(page_title="Marginalia", layout="wide")
st.navigation(
    [
        st.Page("pages/mark.py", title="Mark an essay", default=True),
        st.Page("pages/facts.py", title="Check facts"),
        st.Page("pages/class_set.py", title="Class set"),
        st.Page("pages/review.py", title="Review"),
        st.Page("pages/packs.py", title="Build a pack"),
        st.Page("pages/accuracy.py", title="Accuracy"),
        st.Page("pages/privacy.py", title="Your data"),
    ],
    position="top",
).run()
